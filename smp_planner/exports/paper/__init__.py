"""A plan as a document to print: sections of blocks, the same for PDF and for the self-contained page."""
