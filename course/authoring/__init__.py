"""The author's verbs: canonical notebooks, releases, text views and new lessons."""
