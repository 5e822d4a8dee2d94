namespace FlashSale.Cluster.Tests;

public sealed class CommandDispatchTests
{
    [Fact]
    public void Every_command_is_carried_out_by_the_grain_of_its_subject()
    {
        var commands = new Commands([]);
        MarketCommands.Visit(commands);

        Assert.All(commands.Found, command => Assert.True(
            command.Way.IsAssignableFrom(GrainOf(command.Subject)),
            $"the grain of {command.Subject} does not carry out {command.Way.GenericTypeArguments[0].Name}"));
    }

    [Fact]
    public void No_grain_carries_out_commands_about_others()
    {
        var commands = new Commands([]);
        MarketCommands.Visit(commands);
        var carried = typeof(CartGrain).Assembly.GetTypes().SelectMany(grain => grain.GetInterfaces(),
            (grain, way) => (grain, way)).Where(one => commands.Found.Any(command => command.Way == one.way));

        // Money moves at stores and at buyers; everything else in one place.
        Assert.Equal(commands.Found.Count + 1, carried.Count());
        Assert.Equal([typeof(EscrowAccountGrain), typeof(StoreGrain)], carried
            .Where(one => one.way == typeof(ICarries<Move, TransferResult>))
            .Select(one => one.grain).OrderBy(grain => grain.Name));
    }

    [Fact]
    public async Task A_grain_refuses_a_command_about_something_else()
    {
        await using var market = await TestMarket.Start();
        var withdraw = PackedCommand.Of(new Withdraw(new ListingId(1)));

        await Assert.ThrowsAsync<InvalidDataException>(
            () => market.Grains.GetGrain<ICartGrain>(1).Do(withdraw));
    }

    private static Type GrainOf(SubjectKind subject) => subject switch
    {
        SubjectKind.Store => typeof(StoreGrain),
        SubjectKind.Listing => typeof(ListingGrain),
        SubjectKind.Cart => typeof(CartGrain),
        SubjectKind.Festival => typeof(FestivalGrain),
        SubjectKind.Cases => typeof(CaseGrain),
        SubjectKind.Identities => typeof(IdentityGrain),
        SubjectKind.Brand => typeof(BrandGrain),
        _ => typeof(EscrowAccountGrain),
    };

    private readonly record struct Commands(List<(SubjectKind Subject, Type Way)> Found) : ICommandVisitor
    {
        public void Visit<TCommand, TAnswer>()
            where TCommand : struct, ICommand<TCommand, TAnswer>
            where TAnswer : struct =>
            Found.Add((default(TCommand).Subject.Kind, typeof(ICarries<TCommand, TAnswer>)));
    }
}
