"""Words planted by spammers."""
