load ../helpers

@test "the driver sees every GPU of the machine" {
    devices=$(lspci -d 10de: | grep --count --extended-regexp 'VGA|3D')
    [ "$devices" -gt 0 ]
    [ "$(nvidia-smi --list-gpus | wc -l)" -ge "$devices" ]
}

@test "the running driver runs the CUDA toolkit of this line" {
    source "$ATELIER_IMAGE/scripts/nvidia.sh"
    running=$(nvidia-smi --query-gpu=driver_version --format=csv,noheader | head -n 1)
    assert_driver_runs "$running" "$(version "$(of_line cuda-toolkit)")"
}

@test "a program compiled here runs on the GPU" {
    source /etc/profile.d/cuda.sh
    cat >"$BATS_TEST_TMPDIR/add.cu" <<'PROGRAM'
#include <cstdio>
__global__ void add(int *sum) { atomicAdd(sum, 1); }
int main() {
    int *sum;
    cudaMallocManaged(&sum, sizeof *sum);
    add<<<2, 21>>>(sum);
    if (cudaDeviceSynchronize() != cudaSuccess) return 1;
    printf("%d\n", *sum);
}
PROGRAM
    nvcc -o "$BATS_TEST_TMPDIR/add" "$BATS_TEST_TMPDIR/add.cu"
    [ "$("$BATS_TEST_TMPDIR/add")" = 42 ]
}
