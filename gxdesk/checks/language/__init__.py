"""Sentences, punctuation and doubled words."""
