namespace FlashSale.Benchmarks;

/// <summary>An engine over a folder of its own, with the shop open; both go when it is disposed.</summary>
internal sealed class DurableShop : IDisposable
{
    private const int InFlight = 8_192;

    private readonly Bench _bench;
    private readonly string _folder;
    private FolderStorage _storage;

    /// <summary>Opens the shop.</summary>
    public DurableShop(Bench bench, string name)
    {
        _bench = bench;
        _folder = Path.Combine(bench.Folder, name);
        (_storage, Engine) = Open();
        Run(new StepList(Shop.Opening));
    }

    /// <summary>The engine.</summary>
    public MarketEngine Engine { get; private set; }

    /// <summary>Sends steps with thousands in flight and waits for their answers.</summary>
    public void Run(ISteps steps)
    {
        using var loop = new ClosedLoop(Engine, InFlight);
        loop.Run(steps);
    }

    /// <summary>Closes the engine, so that it lies in its folder.</summary>
    public void Close()
    {
        Engine.Dispose();
        _storage.Dispose();
    }

    /// <summary>Opens the engine again from its journal.</summary>
    public void Reopen() => (_storage, Engine) = Open();

    public void Dispose()
    {
        Close();
        Directory.Delete(_folder, recursive: true);
    }

    private (FolderStorage Storage, MarketEngine Engine) Open()
    {
        var storage = FolderStorage.ForWriting(_folder);
        var options = new EngineOptions { Policy = Shop.Policy, SnapshotOnClose = false };
        return (storage, MarketEngine.Open(storage, options, _bench.Clock));
    }
}
