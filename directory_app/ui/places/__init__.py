"""Where addresses without a pin are worked through, and services are asked."""
