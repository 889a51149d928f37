# shellcheck shell=bash
# Everything of sandbox/lib that starts machines, for the scripts that do. Wants ATELIER_ROOT.

machine_lib=$ATELIER_ROOT/sandbox/lib/machine
agent_jar=$ATELIER_ROOT/target/atelier-agent.jar # that build_program makes
# shellcheck source=sandbox/lib/environment.bash
. "$ATELIER_ROOT/sandbox/lib/environment.bash"
# shellcheck source=sandbox/lib/arguments.bash
. "$ATELIER_ROOT/sandbox/lib/arguments.bash"
# shellcheck source=sandbox/lib/lock.bash
. "$ATELIER_ROOT/sandbox/lib/lock.bash"
# shellcheck source=sandbox/lib/toolchain.bash
. "$ATELIER_ROOT/sandbox/lib/toolchain.bash"
# shellcheck source=sandbox/lib/go-tool.bash
. "$ATELIER_ROOT/sandbox/lib/go-tool.bash"
# shellcheck source=sandbox/lib/program.bash
. "$ATELIER_ROOT/sandbox/lib/program.bash"
# shellcheck source=sandbox/lib/stack.bash
. "$ATELIER_ROOT/sandbox/lib/stack.bash"
# shellcheck source=sandbox/lib/machine/azure.bash
. "$machine_lib/azure.bash"
# shellcheck source=sandbox/lib/machine/bake.bash
. "$machine_lib/bake.bash"
# shellcheck source=sandbox/lib/machine/certificates.bash
. "$machine_lib/certificates.bash"
# shellcheck source=sandbox/lib/machine/debian-root.bash
. "$machine_lib/debian-root.bash"
# shellcheck source=sandbox/lib/machine/deployed.bash
. "$machine_lib/deployed.bash"
# shellcheck source=sandbox/lib/machine/disk.bash
. "$machine_lib/disk.bash"
# shellcheck source=sandbox/lib/machine/machine.bash
. "$machine_lib/machine.bash"
# shellcheck source=sandbox/lib/machine/network.bash
. "$machine_lib/network.bash"
# shellcheck source=sandbox/lib/machine/prerequisites.bash
. "$machine_lib/prerequisites.bash"
# shellcheck source=sandbox/lib/machine/reach.bash
. "$machine_lib/reach.bash"
# shellcheck source=sandbox/lib/machine/seed.bash
. "$machine_lib/seed.bash"
# shellcheck source=sandbox/lib/machine/stand-ins.bash
. "$machine_lib/stand-ins.bash"
# shellcheck source=sandbox/lib/machine/wait.bash
. "$machine_lib/wait.bash"
# shellcheck source=sandbox/lib/machine/workstation.bash
. "$machine_lib/workstation.bash"
