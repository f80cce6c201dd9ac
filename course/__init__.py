"""An open course on e-commerce operations. See README.md."""

__version__ = "0.1.0"
