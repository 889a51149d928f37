load ../helpers

@test "the GPUs are described to container runtimes at every boot" {
    real_only nvidia-container-toolkit
    nvidia-ctk --version
    [ "$(systemctl is-enabled nvidia-cdi.service)" = enabled ]
}
