"""Text of any script becomes shaped lines on a canvas."""
