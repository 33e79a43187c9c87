"""Offers that a person holds, on one footing."""
