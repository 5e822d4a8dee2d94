namespace FlashSale.Tests.Port;

/// <summary>The names of all commands, in the order of their numbers.</summary>
internal sealed class CommandNames : ICommandVisitor
{
    private readonly List<string> _names = [];

    public static IReadOnlyList<string> All
    {
        get
        {
            var names = new CommandNames();
            MarketCommands.Visit(names);
            return names._names;
        }
    }

    void ICommandVisitor.Visit<TCommand, TAnswer>() => _names.Add(TCommand.Kind.ToString());
}
