"""Trains one small model on several workers with TensorFlow's MultiWorkerMirroredStrategy.

On a workstation:      python train_tensorflow.py --workers 2
On a cluster:          a command job with `distribution: {type: tensorflow, worker_count: <nodes>}`, which sets TF_CONFIG
"""

import argparse
import json
import os
import socket
import subprocess
import sys

STEPS = 100


def start_workers(count: int) -> int:
    """Starts the workers on this machine, as a cluster would on its nodes, and returns 0 when all of them succeed."""
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    addresses = [f"127.0.0.1:{listener.getsockname()[1]}" for listener in listeners]
    for listener in listeners:
        listener.close()
    workers = []
    for index in range(count):
        task = {"cluster": {"worker": addresses}, "task": {"type": "worker", "index": index}}
        workers.append(subprocess.Popen([sys.executable, __file__], env={**os.environ, "TF_CONFIG": json.dumps(task)}))
    return max(worker.wait() for worker in workers)


def train() -> None:
    import tensorflow as tf

    strategy = tf.distribute.MultiWorkerMirroredStrategy()
    with strategy.scope():
        slope = tf.Variable(0.0)
        offset = tf.Variable(0.0)

    def shard(context):
        x = tf.reshape(tf.linspace(-1.0, 1.0, 256), [256, 1])
        data = tf.data.Dataset.from_tensor_slices((x, 3 * x + 2))
        mine = data.shard(context.num_input_pipelines, context.input_pipeline_id)
        return mine.repeat().batch(32)

    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(slope * x + offset - y))
        variables = [slope, offset]
        context = tf.distribute.get_replica_context()
        gradients = context.all_reduce(tf.distribute.ReduceOp.MEAN, tape.gradient(loss, variables))
        for variable, gradient in zip(variables, gradients):
            variable.assign_sub(0.1 * gradient)
        return loss

    @tf.function
    def train_step(batches):
        losses = strategy.run(step, args=next(batches))
        return strategy.reduce(tf.distribute.ReduceOp.MEAN, losses, axis=None)

    batches = iter(strategy.distribute_datasets_from_function(shard))
    losses = [float(train_step(batches)) for _ in range(STEPS)]
    if strategy.cluster_resolver.task_id in (0, None):
        workers = strategy.num_replicas_in_sync
        learned = losses[-1] < losses[0] / 10
        print(f"workers={workers} learned={learned} tensorflow={tf.__version__}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--workers", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.workers > 1 and "TF_CONFIG" not in os.environ:
        return start_workers(arguments.workers)
    train()
    return 0


if __name__ == "__main__":
    sys.exit(main())
