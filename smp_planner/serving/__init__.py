"""What stands between the page and the network: small ASGI layers."""
