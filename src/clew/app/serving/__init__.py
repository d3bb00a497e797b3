"""What serving a workspace needs of it: which one, who is signed in, and who serves it right now."""

from clew.app.serving.finding import FIRST_WORKSPACE, workspace_to_serve
from clew.app.serving.holding import leave_word, only_server, where_served
from clew.app.serving.sessions import LINK_SECONDS, SESSION_SECONDS, Session, Sessions

__all__ = [
    "FIRST_WORKSPACE",
    "LINK_SECONDS",
    "SESSION_SECONDS",
    "Session",
    "Sessions",
    "leave_word",
    "only_server",
    "where_served",
    "workspace_to_serve",
]
