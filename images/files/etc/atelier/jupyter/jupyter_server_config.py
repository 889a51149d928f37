"""Settings of the Jupyter server: behind nginx on a socket, without a sign-in of its own."""

import json
from pathlib import Path

c = get_config()  # noqa: F821

# nginx has asked who it is and whether they may; only it and the watch may connect to the socket.
c.ServerApp.sock = "/run/atelier/apps/jupyter/jupyter.sock"
c.ServerApp.sock_mode = "0660"
c.ServerApp.base_url = "/"
c.ServerApp.allow_remote_access = True
c.ServerApp.trust_xheaders = True
c.ServerApp.open_browser = False
c.ServerApp.quit_button = False
c.IdentityProvider.token = ""
c.PasswordIdentityProvider.hashed_password = ""
c.PasswordIdentityProvider.allow_password_change = False
c.IdentityProvider.cookie_options = {"secure": True, "samesite": "Strict"}
c.ServerApp.tornado_settings = {
    "headers": {"Content-Security-Policy": "frame-ancestors 'none'"},
    "xsrf_cookie_kwargs": {"secure": True, "samesite": "Strict"},
}

# Loopback is shared by everybody on the machine; sockets in a directory of the account are not.
c.KernelManager.transport = "ipc"

# The same path on every workstation, so that a link opens a colleague's notebook on any of them.
FILES = Path("/files")
WORKSTATION = json.loads(Path("/run/atelier/machine.json").read_text())["workstation"]
OWN_FILES = FILES / "Users" / WORKSTATION


def is_there(folder):
    """Whether a folder can be opened; of a share that is away, the mount says no after a while."""
    try:
        return folder.is_dir()
    except OSError:
        return False


# Without the share there are at least the home directory, terminals and kernels.
c.ServerApp.root_dir = str(FILES if is_there(FILES) else Path.home())
if is_there(OWN_FILES):
    c.FileContentsManager.preferred_dir = str(OWN_FILES)
c.FileContentsManager.checkpoints_class = "jupyter_server.services.contents.filecheckpoints.AsyncFileCheckpoints"
c.FileContentsManager.delete_to_trash = False  # a trash on the share would be nobody's to empty

c.ServerApp.terminals_enabled = True
c.ServerApp.terminado_settings = {"shell_command": ["/bin/bash", "-l"]}

# Kernels are those of /usr/local/share/jupyter and of people's homes, not the server's own Python.
c.KernelSpecManager.ensure_native_kernel = False

# When the machine is idle, it is the watch that stops it, after it has looked at everything that runs.
c.ServerApp.shutdown_no_activity_timeout = 0
c.MappingKernelManager.cull_idle_timeout = 0
c.TerminalManager.cull_inactive_timeout = 0

# The environment is root's and comes with the image.
c.LanguageServerManager.autodetect = False
c.LabApp.extension_manager = "readonly"
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.news_url = None
c.LabApp.app_settings_dir = "/etc/atelier/jupyter/lab-settings"
