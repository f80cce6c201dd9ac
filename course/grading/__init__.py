"""nbgrader's side of the course: small preprocessors, plugged in by nbgrader_config.py."""
