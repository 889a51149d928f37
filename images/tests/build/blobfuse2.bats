load ../helpers

@test "blobfuse2 and azcopy run" {
    real_only blobfuse2
    blobfuse2 --version
    azcopy --version
}
