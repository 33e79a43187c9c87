"""The empty page that ours is measured beside."""
