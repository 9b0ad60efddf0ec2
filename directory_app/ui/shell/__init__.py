"""What stands round the pages: the side pane, the keys, the palette of actions."""
