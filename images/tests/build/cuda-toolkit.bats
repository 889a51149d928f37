load ../helpers

setup() {
    real_only cuda-toolkit
    source "$ATELIER_IMAGE/scripts/nvidia.sh"
    source /etc/profile.d/cuda.sh
}

@test "the compiler is of the pinned release" {
    [[ $(nvcc --version) == *"release $(version "$(of_line cuda-toolkit)"),"* ]]
}

@test "cuDNN and NCCL link" {
    printf '#include <cudnn.h>\n#include <nccl.h>\nint main() { int v; ncclGetVersion(&v); return cudnnGetVersion() == 0; }\n' \
        >"$BATS_TEST_TMPDIR/link.cu"
    nvcc -o "$BATS_TEST_TMPDIR/link" "$BATS_TEST_TMPDIR/link.cu" -lcudnn -lnccl
}

@test "toolkit, cuDNN and NCCL are held" {
    run apt-mark showhold
    [[ $output == *"$(component "$(of_line cuda-toolkit)" .source.package)"* ]]
    [[ $output == *libnccl2* ]]
}
