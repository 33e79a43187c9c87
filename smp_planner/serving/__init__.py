"""What stands between the page and the network: small ASGI layers, for the hosted entry alone."""
