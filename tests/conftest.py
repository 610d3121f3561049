"""No screen is needed: windows are drawn off it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
