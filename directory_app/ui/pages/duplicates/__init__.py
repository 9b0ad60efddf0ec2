"""Two entries that may be one business."""
