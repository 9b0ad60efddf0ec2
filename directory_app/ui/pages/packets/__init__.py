"""Packets: exchange between two directories."""
