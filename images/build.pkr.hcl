# The steps of every line on Azure and, through a link in rehearsal/, those of the rehearsal: there is one list.
# What differs comes from locals that both folders have.
build {
  dynamic "source" {
    for_each = local.sources
    iterator = line
    labels   = [line.value]

    content {
      name = line.key
    }
  }

  provisioner "shell" {
    name   = "wait for the first boot to end"
    only   = local.on_azure
    inline = ["cloud-init status --wait"]
  }

  provisioner "shell" {
    name            = "make room for the scripts"
    execute_command = local.as_root
    inline          = ["rm -rf ${local.home}", "install -d -o \"$SUDO_USER\" ${local.home} ${local.home}/stand-ins"]
  }

  provisioner "file" {
    name        = "copy the scripts"
    source      = "${local.images}/"
    destination = local.home
  }

  provisioner "file" {
    name        = "copy the agent"
    source      = local.agent
    destination = "${local.home}/agent.jar"
  }

  provisioner "file" {
    name        = "copy what stands in"
    except      = local.on_azure
    source      = "${local.stand_ins}/"
    destination = "${local.home}/stand-ins"
  }

  provisioner "shell" {
    name            = "give the scripts to root"
    execute_command = local.as_root
    inline          = ["chown -R root:root ${local.home}"]
  }

  provisioner "shell" {
    name            = "refuse what is held back too long"
    only            = local.on_azure
    execute_command = local.as_root
    inline          = ["${local.home}/refuse-overdue"]
  }

  provisioner "shell" {
    name            = "run the line's scripts and tests"
    execute_command = local.as_root
    env             = merge(local.rehearsal, { ATELIER_LINE = source.name })
    inline          = ["${local.home}/provision"]
  }

  provisioner "shell" {
    name            = "test the driver"
    only            = local.on_gpus
    execute_command = local.as_root
    env             = { ATELIER_LINE = source.name }
    inline          = ["${local.home}/tests/run gpu"]
  }

  provisioner "file" {
    name        = "fetch the bill of materials"
    direction   = "download"
    source      = "/usr/share/atelier/versions.json"
    destination = "${local.reports}/${source.name}-versions.json"
  }

  provisioner "shell" {
    name            = "refuse what nobody has verified"
    execute_command = local.as_root
    inline          = ["${local.home}/refuse-unverified"]
  }

  provisioner "shell" {
    name            = "leave nothing of this machine behind"
    execute_command = local.as_root
    inline          = ["${local.home}/generalize"]
  }

  provisioner "shell" {
    name            = "remove the scripts"
    execute_command = local.as_root
    inline          = ["rm -rf ${local.home}"]
  }

  provisioner "shell" {
    name            = "take away what makes this machine this machine"
    only            = local.on_azure
    execute_command = local.as_root
    inline          = ["waagent -force -deprovision+user", "sync"]
  }
}
