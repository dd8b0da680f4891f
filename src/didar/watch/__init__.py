"""Watching: feeds in turn, their items to articles, at any moment to be stopped and taken up."""
