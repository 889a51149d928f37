load ../helpers

@test "the GPUs are described to container runtimes" {
    [ "$(nvidia-ctk cdi list 2>/dev/null | grep --count 'nvidia.com/gpu')" -gt 0 ]
}
