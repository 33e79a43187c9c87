"""What stands in each sheet of the workbook, and how a sheet is written."""
