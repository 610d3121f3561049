"""The program without a window: no module in here imports Qt."""
