namespace FlashSale.Grains;

/// <summary>Carries out one kind of command.</summary>
internal interface ICarries<TCommand, TAnswer>
    where TCommand : struct, ICommand<TCommand, TAnswer>
    where TAnswer : struct
{
    /// <summary>Carries it out.</summary>
    Task<TAnswer> Do(TCommand command);
}

/// <summary>A grain that <see cref="ICarries{TCommand, TAnswer}"/> some kinds of commands.</summary>
internal interface ICommandTurns
{
    /// <summary>Carries one command out, with whatever the grain does before and after each.</summary>
    async Task<Answer> Turn<TCommand, TAnswer>(TCommand command)
        where TCommand : struct, ICommand<TCommand, TAnswer>
        where TAnswer : struct =>
        Answer.Of(await ((ICarries<TCommand, TAnswer>)this).Do(command));
}

/// <summary>Which commands a grain of a kind carries out, and how they are read.</summary>
/// <typeparam name="TGrain">The kind of grain.</typeparam>
internal static class CommandDispatch<TGrain>
    where TGrain : class, ICommandTurns
{
    private delegate Task<Answer> Execution(TGrain grain, ref FieldReader fields);

    private static readonly Execution?[] ByKind = Table();

    /// <summary>Lets a grain carry a command out.</summary>
    public static Task<Answer> Do(TGrain grain, PackedCommand command)
    {
        var execution = ByKind[command.Bytes[0]]
            ?? throw new InvalidDataException($"A {typeof(TGrain).Name} does not do {command.Bytes[0]}.");
        var fields = new FieldReader(command.Bytes.AsSpan(1));
        return execution(grain, ref fields);
    }

    private static Execution?[] Table()
    {
        var table = new Execution?[byte.MaxValue + 1];
        MarketCommands.Visit(new Filling(table));
        return table;
    }

    private readonly struct Filling(Execution?[] table) : ICommandVisitor
    {
        public void Visit<TCommand, TAnswer>()
            where TCommand : struct, ICommand<TCommand, TAnswer>
            where TAnswer : struct
        {
            if (typeof(TGrain).IsAssignableTo(typeof(ICarries<TCommand, TAnswer>)))
            {
                table[(byte)TCommand.Kind] = static (grain, ref fields) =>
                    grain.Turn<TCommand, TAnswer>(TCommand.Read(ref fields));
            }
        }
    }
}
