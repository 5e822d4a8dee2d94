using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>Makes whatever stands on it careless in one way, to show that the tests would notice.</summary>
internal sealed class WeakStorage(IStorage storage) : IStorage
{
    public bool SyncsFiles { get; init; } = true;

    public bool SyncsFolder { get; init; } = true;

    public bool Truncates { get; init; } = true;

    /// <summary>Each sync of a file does the work of the one before, as if answers went out first.</summary>
    public bool SyncsLate { get; init; }

    public bool RetriesSync { get; init; }

    /// <summary>When false, bytes that are on the file already are not written again.</summary>
    public bool RewritesWhatItRead { get; init; } = true;

    public IReadOnlyList<string> List() => storage.List();

    public IStorageFile Open(string name) => new WeakFile(this, storage.Open(name));

    public IStorageFile Create(string name) => new WeakFile(this, storage.Create(name));

    public void Delete(string name) => storage.Delete(name);

    public void Rename(string from, string to) => storage.Rename(from, to);

    public void SyncFolder()
    {
        if (SyncsFolder)
        {
            storage.SyncFolder();
        }
    }

    public void Dispose() => storage.Dispose();

    private sealed class WeakFile(WeakStorage owner, IStorageFile file) : IStorageFile
    {
        private readonly List<(long Offset, byte[] Bytes)> _late = [];

        public long Length => file.Length;

        public int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            if (owner.SyncsLate)
            {
                _late.Add((offset, bytes.ToArray()));
            }
            else if (owner.RewritesWhatItRead || !IsThere(offset, bytes))
            {
                file.Write(offset, bytes);
            }
        }

        public void Truncate(long length)
        {
            if (owner.Truncates)
            {
                file.Truncate(length);
            }
        }

        public void Preallocate(long length) => file.Preallocate(length);

        public void Sync()
        {
            if (owner.SyncsFiles)
            {
                SyncOnceOrTwice();
            }

            foreach (var (offset, bytes) in _late)
            {
                file.Write(offset, bytes);
            }

            _late.Clear();
        }

        public void Dispose() => file.Dispose();

        private bool IsThere(long offset, ReadOnlySpan<byte> bytes)
        {
            var present = new byte[bytes.Length];
            return file.Read(offset, present) == bytes.Length && bytes.SequenceEqual(present);
        }

        private void SyncOnceOrTwice()
        {
            try
            {
                file.Sync();
            }
            catch (IOException) when (owner.RetriesSync)
            {
                file.Sync();
            }
        }
    }
}
