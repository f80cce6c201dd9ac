"""The quarter: thirteen weeks of Tideway, run with what the lessons teach."""
