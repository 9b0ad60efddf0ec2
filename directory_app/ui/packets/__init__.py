"""The page of packets: one sealed file for another laptop, and what came back in one."""
