namespace FlashSale.Benchmarks;

/// <summary>Starting from the journal alone.</summary>
internal sealed class ReplaySpeed : IRow
{
    private const int Orders = 2_000_000;

    private DurableShop? _shop;

    public string Name => "replay";

    public string What => "opening an engine from its journal of placed and paid orders, without a snapshot";

    public IReadOnlyList<Figure> Measure(Bench bench)
    {
        if (_shop is null)
        {
            _shop = new DurableShop(bench, Name);
            _shop.Run(new Lives(Orders, last: StepKind.Pay));
        }

        _shop.Close();
        var cost = bench.Cost(_shop.Reopen);
        var commands = _shop.Engine.Recovery.Journal.End.Sequence;
        return
        [
            new Figure("commands", "1/s", cost.PerSecond(commands)),
            .. cost.FiguresOf("a command", commands),
        ];
    }

    public void Dispose() => _shop?.Dispose();
}
