"""Use cases without a window: check one draft, check many."""
