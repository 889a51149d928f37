"""Trains one small model on several processes with PyTorch's DistributedDataParallel.

On a workstation:      torchrun --standalone --nproc-per-node 2 train_torch.py
On a cluster:          a command job with `distribution: {type: pytorch, process_count_per_instance: <GPUs>}`
"""

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.data.distributed import DistributedSampler

EPOCHS = 20


def straight_line() -> TensorDataset:
    x = torch.linspace(-1, 1, 256).unsqueeze(1)
    return TensorDataset(x, 3 * x + 2)


def loss_over(model, dataset, device) -> float:
    x, y = (part.to(device) for part in dataset.tensors)
    with torch.no_grad():
        return torch.nn.functional.mse_loss(model(x), y).item()


def train(model, dataset, device) -> None:
    sampler = DistributedSampler(dataset, shuffle=True, seed=0)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for epoch in range(EPOCHS):
        sampler.set_epoch(epoch)
        for x, y in DataLoader(dataset, batch_size=16, sampler=sampler):
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(model(x.to(device)), y.to(device)).backward()
            optimizer.step()


def same_everywhere(model, device) -> bool:
    """Whether every process ended with the same weights: gradients were exchanged."""
    mine = torch.cat([weight.detach().flatten() for weight in model.parameters()])
    everybodys = [torch.empty_like(mine, device=device) for _ in range(dist.get_world_size())]
    dist.all_gather(everybodys, mine)
    return all(torch.allclose(mine, theirs) for theirs in everybodys)


def main() -> None:
    on_gpu = torch.cuda.is_available()
    dist.init_process_group("nccl" if on_gpu else "gloo")
    device = torch.device("cuda", dist.get_rank() % torch.cuda.device_count()) if on_gpu else torch.device("cpu")
    # A different start in every process: what they agree on in the end comes from the exchange.
    torch.manual_seed(dist.get_rank())
    model = DistributedDataParallel(torch.nn.Linear(1, 1).to(device), device_ids=[device] if on_gpu else None)
    dataset = straight_line()
    before = loss_over(model, dataset, device)
    train(model, dataset, device)
    after = loss_over(model, dataset, device)
    agreed = same_everywhere(model, device)
    if dist.get_rank() == 0:
        print(f"processes={dist.get_world_size()} agreed={agreed} learned={after < before / 10} torch={torch.__version__}")
    # Threads of the group let go of tensors meanwhile; the end of the model would wait for them and keep them from it.
    dist.barrier()
    dist.destroy_process_group()


if __name__ == "__main__":
    main()
