using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlashSale.Engine;

/// <summary>
/// Finds the number that belongs to a 64-bit key; both are kept by value in open-addressed partitions.
/// </summary>
/// <remarks>
/// Each of the partitions grows by itself, so that no single insertion moves more than a small part of the
/// entries: growth never stalls the writer. The layout depends on the keys and their order only, never on the
/// process. Keys are at least zero.
/// </remarks>
internal sealed class LongIndex
{
    private const int PartitionBits = 8;
    private const int FirstCapacity = 8;

    private readonly Partition[] _partitions = new Partition[1 << PartitionBits];

    /// <summary>How many keys are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held.</summary>
    public long Bytes =>
        _partitions.Sum(p => p.Slots is null ? 0L : p.Slots.Length * (long)Unsafe.SizeOf<Slot>());

    /// <summary>The number of a key, or −1.</summary>
    public int Find(long key)
    {
        var slots = Of(key, out var hash).Slots;
        if (slots is null)
        {
            return -1;
        }

        ref var slot = ref Probe(slots, key, hash);
        return slot.IsUsed ? slot.Value : -1;
    }

    /// <summary>The sum of all numbers.</summary>
    public long Sum()
    {
        long sum = 0;
        foreach (ref var partition in _partitions.AsSpan())
        {
            foreach (ref readonly var slot in partition.Slots.AsSpan())
            {
                sum += slot.IsUsed ? slot.Value : 0;
            }
        }

        return sum;
    }

    /// <summary>Sets the number of a key, new or known.</summary>
    public void Set(long key, int value)
    {
        ref var partition = ref Of(key, out var hash);
        var slots = partition.Slots ??= new Slot[FirstCapacity];
        ref var slot = ref Probe(slots, key, hash);
        if (!slot.IsUsed)
        {
            if ((partition.Used + 1) * 4 > partition.Slots.Length * 3)
            {
                Grow(ref partition);
                slot = ref Probe(partition.Slots!, key, hash);
            }

            partition.Used++;
            Count++;
        }

        slot = new Slot(key, value);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("indx");
        writer.Write(Count);
        foreach (ref var partition in _partitions.AsSpan())
        {
            writer.Write(partition.Used);
            writer.WriteSpan<Slot>(partition.Slots);
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("indx");
        Count = reader.Read<int>();
        foreach (ref var partition in _partitions.AsSpan())
        {
            partition.Used = reader.Read<int>();
            var slots = reader.ReadSpan<Slot>();
            partition.Slots = slots.Length == 0 ? null : slots;
        }
    }

    private static ref Slot Probe(Slot[] slots, long key, uint hash)
    {
        var mask = slots.Length - 1;
        for (var at = (int)(hash & (uint)mask); ; at = (at + 1) & mask)
        {
            ref var slot = ref slots[at];
            if (!slot.IsUsed || slot.Key == key)
            {
                return ref slot;
            }
        }
    }

    private static void Grow(ref Partition partition)
    {
        var old = partition.Slots!;
        partition.Slots = new Slot[old.Length * 2];
        foreach (ref var slot in old.AsSpan())
        {
            if (slot.IsUsed)
            {
                Probe(partition.Slots, slot.Key, HashOf(Mix(slot.Key))) = slot;
            }
        }
    }

    private static uint HashOf(ulong mixed) => unchecked((uint)(mixed >> PartitionBits));

    private static ulong Mix(long key)
    {
        unchecked
        {
            var x = (ulong)key * 0x9E3779B97F4A7C15UL;
            x ^= BitOperations.RotateRight(x, 32);
            return x * 0xD6E8FEB86659FD93UL ^ (x >> 29);
        }
    }

    private ref Partition Of(long key, out uint hash)
    {
        var mixed = Mix(key);
        hash = HashOf(mixed);
        return ref _partitions[(int)(mixed & ((1 << PartitionBits) - 1))];
    }

    private struct Partition
    {
        public Slot[]? Slots;
        public int Used;
    }

    /// <summary>
    /// A key and its number; the number is kept plus one, so that zeroed memory is an empty slot.
    /// </summary>
    [System.Runtime.InteropServices.StructLayout(
        System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 4)]
    private readonly struct Slot(long key, int value)
    {
        private readonly int _valuePlusOne = value + 1;

        public long Key { get; } = key;

        public bool IsUsed => _valuePlusOne != 0;

        public int Value => _valuePlusOne - 1;
    }
}
