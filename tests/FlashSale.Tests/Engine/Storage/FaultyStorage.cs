using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>
/// A disk in memory that fails as a <see cref="FaultPlan"/> says, every time the same for the same seed, and
/// tells what it did.
/// </summary>
internal sealed class FaultyStorage(
    MemoryStorage disk, FaultPlan plan, SplitMix64 chance, List<string>? story = null) : IStorage
{
    private const int CallCost = 16;

    private readonly SplitMix64 _chance = chance;
    private readonly List<string> _story = story ?? [];
    private long _powerUsed;
    private int _writes;

    /// <summary>The faults to come; a test may change them on the way.</summary>
    public FaultPlan Plan { get; set; } = plan;

    /// <summary>What went wrong so far, in order, after what the caller's list had.</summary>
    public IReadOnlyList<string> Story => _story;

    /// <summary>Whether power is lost; every call fails then.</summary>
    public bool IsDown => _powerUsed >= Plan.PowerLastsForBytes;

    /// <summary>
    /// The disk after a power loss now: of what was not synced, chance decides sector by sector.
    /// </summary>
    public MemoryStorage AfterPowerLoss()
    {
        var loss = new ChancePowerLoss(_chance);
        Tell($"power lost; about {loss.SurvivePerMille} of 1,000 unsynced sectors survive");
        return disk.AfterPowerLoss(loss);
    }

    public IReadOnlyList<string> List()
    {
        Spend(0);
        return disk.List();
    }

    public IStorageFile Open(string name)
    {
        Spend(0);
        return new FaultyFile(this, disk.Open(name), disk.Contents(name), name);
    }

    public IStorageFile Create(string name)
    {
        Call();
        return new FaultyFile(this, disk.Create(name), disk.Contents(name), name);
    }

    public void Delete(string name)
    {
        Call();
        disk.Delete(name);
    }

    public void Rename(string from, string to)
    {
        Call();
        disk.Rename(from, to);
    }

    public void SyncFolder()
    {
        Call();
        if (_chance.Happens(Plan.SyncFailsPerMille))
        {
            throw Fault("the sync of the folder fails");
        }

        disk.SyncFolder();
    }

    public void Dispose()
    {
    }

    private void Tell(string what) => _story.Add(what);

    private IOException Fault(string what)
    {
        Tell(what);
        return new IOException(what);
    }

    /// <summary>Uses power up; returns how much of what was asked for was left.</summary>
    private int Spend(int bytes)
    {
        if (IsDown)
        {
            throw new IOException("There is no power.");
        }

        var granted = (int)Math.Min(bytes, Plan.PowerLastsForBytes - _powerUsed);
        _powerUsed += bytes;
        return granted;
    }

    private void Call()
    {
        Spend(CallCost);
        if (IsDown)
        {
            throw Fault("power fails in a call");
        }
    }

    private long Used() => disk.List().Sum(name => (long)disk.Contents(name).Length);

    private sealed class FaultyFile(
        FaultyStorage owner, IStorageFile file, MemoryContents contents, string name) : IStorageFile
    {
        public long Length => file.Length;

        public int Read(long offset, Span<byte> buffer)
        {
            owner.Spend(0);
            return owner._chance.Happens(owner.Plan.ReadFailsPerMille)
                ? throw owner.Fault($"a read of {name} at {offset} fails")
                : file.Read(offset, buffer);
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            if (owner.Plan.Lie is { } lie && owner._writes++ == owner.Plan.LieAtWrite && bytes.Length > 0)
            {
                Spoil(lie, offset, bytes);
                return;
            }

            var count = Granted(offset, bytes.Length);
            file.Write(offset, bytes[..count]);
            if (count < bytes.Length)
            {
                throw owner.Fault($"a write of {bytes.Length} to {name} at {offset} stops after {count}");
            }
        }

        public void Truncate(long length)
        {
            owner.Call();
            file.Truncate(length);
        }

        public void Preallocate(long length)
        {
            var more = (int)Math.Max(0, length - file.Length);
            var count = Granted(file.Length, more);
            file.Preallocate(file.Length + count);
            if (count < more)
            {
                throw owner.Fault($"{name} cannot grow to {length}");
            }
        }

        public void Sync()
        {
            owner.Call();
            if (owner._chance.Happens(owner.Plan.SyncFailsPerMille))
            {
                contents.SyncInVain(name, new ChancePowerLoss(owner._chance));
                throw owner.Fault($"a sync of {name} fails, and its dirty pages are dropped");
            }

            file.Sync();
        }

        public void Dispose() => file.Dispose();

        /// <summary>
        /// How many of these bytes get written: power, room and luck permitting all of them.
        /// </summary>
        private int Granted(long offset, int bytes)
        {
            var count = owner.Spend(bytes);
            var room = owner.Plan.CapacityBytes - owner.Used() + file.Length - offset;
            count = (int)Math.Clamp(room, 0, Math.Min(count, bytes));
            var fails = owner._chance.Happens(owner.Plan.WriteFailsPerMille);
            return fails ? owner._chance.Below(count + 1) : count;
        }

        private void Spoil(DiskLie lie, long offset, ReadOnlySpan<byte> bytes)
        {
            owner.Spend(0);
            owner.Tell($"the write of {bytes.Length} to {name} at {offset} is {lie}");
            if (lie == DiskLie.Corrupted)
            {
                var changed = bytes.ToArray();
                changed[owner._chance.Below(changed.Length)] ^= (byte)(1 + owner._chance.Below(255));
                file.Write(offset, changed);
                return;
            }

            contents.WriteLost(offset, bytes);
            if (lie == DiskLie.Misdirected)
            {
                var sector = owner._chance.Below(contents.Length / MemoryContents.SectorBytes + 2);
                var at = sector * MemoryContents.SectorBytes + offset % MemoryContents.SectorBytes;
                owner.Tell($"it goes to {at}");
                contents.WriteAstray(at, bytes);
            }
        }
    }
}
