namespace FlashSale.Engine;

/// <summary>Everything that a market knows: the books that its commands work on.</summary>
internal sealed class MarketState(Policy policy, MarketSize size)
{
    private const string WithoutAnswers = "mrkt"; // as before there were any
    private const string WithAnswers = "mrk2";

    /// <summary>When a new market begins: long before anything that a scenario plays.</summary>
    public static readonly DateTimeOffset FirstMoment = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The last moment that rows of seconds since 2000 and sums of long terms can hold.</summary>
    public static readonly DateTimeOffset LastMoment = new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The numbers of the rules.</summary>
    public Policy Policy { get; private set; } = policy;

    public MarketSize Size { get; } = size;

    public AccountBook Accounts { get; } = new(size);

    public StoreBook Stores { get; } = new(size);

    public ListingBook Listings { get; } = new(size);

    public CartBook Carts { get; } = new(size);

    public OrderBook Orders { get; } = new(size);

    public ReputationBook Reputation { get; } = new(size, policy);

    public Deadlines Deadlines { get; } = new();

    public SwitchBoard Switches { get; private set; } = new();

    /// <summary>Transfers by their id, with a short hash of their contents (rule ORD-4).</summary>
    public LongIndex Transfers { get; } = new();

    /// <summary>First answers that the subjects of acts do not tell themselves (rule ORD-4).</summary>
    public FirstAnswers Answers { get; } = new();

    /// <summary>The limit in front of the market (rule CAP-1).</summary>
    public TokenRate Admission;

    /// <summary>The latest moment that a command named: time does not go back.</summary>
    public DateTimeOffset Now { get; set; } = FirstMoment;

    /// <summary>Who watches; nobody in most tests.</summary>
    public IMarketObserver? Observer { get; set; }

    /// <summary>For tests that prove the audit's worth: steps of compensation are left out.</summary>
    public bool SkipsCompensation { get; set; }

    /// <summary>
    /// Changes the numbers of the rules, if these can follow the present ones (rule GOV-1).
    /// </summary>
    public void ChangePolicy(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Validate().Count > 0 || policy.Categories.Count != Policy.Categories.Count)
        {
            throw new ArgumentException("This policy cannot follow the one before.", nameof(policy));
        }

        Policy = policy with { Reputation = Policy.Reputation };
    }

    /// <summary>Flips a degradation switch (rules CAP-2, IDN-5).</summary>
    public FlipResult Flip(in SwitchCommand command)
    {
        DateTimeOffset? until = command.Until is { } moment
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds()) // as it is kept
            : null;
        return !Enum.IsDefined(command.Switch) ? FlipResult.NoChange
            : command.On ? Switches.TurnOn(command.Switch, command.Who, command.Why, Now, until)
            : Switches.TurnOff(command.Switch, command.Who, command.Why, Now);
    }

    /// <summary>A SHA-256 of the whole state, in lower-case hexadecimal.</summary>
    public string Hash()
    {
        const int pieceBytes = 1 << 16;
        using var hash = new HashStream();
        using var pieces = new BufferedStream(hash, pieceBytes);
        Save(new StateWriter(pieces));
        pieces.Flush();
        return hash.Finish();
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark(Answers.Count == 0 ? WithoutAnswers : WithAnswers);
        writer.Write(Now.ToUnixTimeMilliseconds());
        writer.Write(Admission);
        Accounts.Save(writer);
        Stores.Save(writer);
        Listings.Save(writer);
        Carts.Save(writer);
        Orders.Save(writer);
        Reputation.Save(writer, Now);
        Deadlines.Save(writer);
        Transfers.Save(writer);
        SwitchTrace.Save(Switches, writer);
        if (Answers.Count > 0)
        {
            Answers.Save(writer);
        }
    }

    public void Load(StateReader reader)
    {
        var hasAnswers = reader.ReadMark(WithoutAnswers, WithAnswers) == 1;
        Now = DateTimeOffset.FromUnixTimeMilliseconds(reader.Read<long>());
        Admission = reader.Read<TokenRate>();
        Accounts.Load(reader);
        Stores.Load(reader);
        Listings.Load(reader);
        Carts.Load(reader);
        Orders.Load(reader);
        Reputation.Load(reader, Now);
        Deadlines.Load(reader);
        Transfers.Load(reader);
        Switches = SwitchTrace.Load(reader);
        if (hasAnswers)
        {
            Answers.Load(reader);
        }
    }
}
