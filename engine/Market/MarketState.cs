namespace FlashSale.Engine;

/// <summary>Everything that a market knows: the books that its commands work on.</summary>
internal sealed class MarketState
{
    // How a state begins: without the last books, or with as many of them as are in use.
    private static readonly string[] Marks =
        ["mrkt", "mrk2", "mrk3", "mrk4", "mrk5", "mrk6", "mrk7", "mrk8", "mrk9", "mrkA", "mrkB", "mrkC"];

    /// <summary>When a new market begins: long before anything that a scenario plays.</summary>
    public static readonly DateTimeOffset FirstMoment = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The last moment that rows of seconds since 2000 and sums of long terms can hold.</summary>
    public static readonly DateTimeOffset LastMoment = new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SwitchBook _switches = new();
    private readonly PolicyBook _policies;

    public MarketState(Policy policy, MarketSize size)
    {
        (_policies, Policy, Size) = (new(policy), policy, size);
        Accounts = new(size);
        Stores = new(size);
        Sellers = new(Stores);
        Certifications = new(size);
        Listings = new(size);
        Publications = new(Listings);
        Carts = new(size);
        Orders = new(size);
        Reputation = new(this);
        Cases = new(Stores);
        Watch = new(this);
        Turnover = new(Stores);
        Books =
        [
            Accounts, Stores, Sellers, Listings, Carts, Orders, Reputation, Deadlines, Transfers, _switches,
            Answers, Requests, _policies, Cases, Trail, Attributes, Watch, Turnover, Certifications,
            Identities, Publications,
        ];
    }

    /// <summary>The numbers of the rules, as they are now.</summary>
    public Policy Policy { get; private set; }

    /// <summary>The numbers of the rules, as they are at any moment (rule GOV-1).</summary>
    public PolicyTimeline Policies => _policies.Timeline;

    public MarketSize Size { get; }

    /// <summary>All books in the order in which a state holds them; a new one comes last.</summary>
    public IReadOnlyList<IBook> Books { get; }

    public AccountBook Accounts { get; }

    public StoreBook Stores { get; }

    public SellerBook Sellers { get; }

    public ListingBook Listings { get; }

    public CartBook Carts { get; }

    public OrderBook Orders { get; }

    public ReputationBook Reputation { get; }

    public Deadlines Deadlines { get; } = new();

    public SwitchBoard Switches => _switches.Board;

    public TransferBook Transfers { get; } = new();

    /// <summary>First answers that the subjects of acts do not tell themselves (rule ORD-4).</summary>
    public FirstAnswers Answers { get; } = new();

    /// <summary>Acts by the names that clients gave them (rule ORD-4).</summary>
    public RequestBook Requests { get; } = new();

    /// <summary>The platform's files on sellers (rules TRU-3, TRU-5 to TRU-8).</summary>
    public CaseBook Cases { get; }

    /// <summary>What the watch has seen of sellers (rule TRU-13).</summary>
    public WatchBook Watch { get; }

    /// <summary>What stores sold on each of the last days (rule TRU-8).</summary>
    public TurnoverBook Turnover { get; }

    /// <summary>Which stores are certified, asked to be, or on their way (rules IDN-1 to IDN-3).</summary>
    public CertificationBook Certifications { get; }

    /// <summary>On which lists identities stand (rules IDN-2, IDN-4).</summary>
    public IdentityBook Identities { get; } = new();

    /// <summary>Listings whose screening is open, and known brands (rule LST-2).</summary>
    public PublicationBook Publications { get; }

    /// <summary>What operators and reviewers did (rule IDN-5).</summary>
    public TrailBook Trail { get; } = new();

    public AttributeBook Attributes { get; } = new();

    /// <summary>The limit in front of the market (rule CAP-1).</summary>
    public TokenRate Admission;

    /// <summary>The latest moment that a command named: time does not go back.</summary>
    public DateTimeOffset Now
    {
        get;
        set
        {
            field = value;
            LookUpPolicy();
        }
    } = FirstMoment;

    /// <summary>Who watches; nobody in most tests.</summary>
    public IMarketObserver? Observer { get; set; }

    /// <summary>Notes what is sold, for searches; nothing where none are made.</summary>
    public SalesLog? Sales { get; set; }

    /// <summary>Tells who watches what happened to a live order.</summary>
    public void Tell(in MarketEvent happened, int row)
    {
        Observer?.On(happened, Orders.Live(row), Orders.Lines(row));
        if (happened.Kind == MarketEventKind.Paid)
        {
            Sales?.Note(Orders.Lines(row), happened.At);
        }

        if (AppealProcess.Compensates(Policy.Trust))
        {
            Turnover.See(happened);
        }

        if (WatchProcess.IsOn(Policy.Trust))
        {
            Watch.See(happened);
        }
    }

    /// <summary>Tells who watches what happened beside the live orders.</summary>
    public void Tell(in MarketEvent happened) => Observer?.On(happened, default, default);

    /// <inheritdoc cref="PolicyBook.Change"/>
    public PolicyResult ChangePolicy(in ChangePolicy command)
    {
        var before = Policies;
        var result = _policies.Change(command, Now);
        LookUpPolicy();
        Trace(command, hasEffect: Policies != before);
        return result;
    }

    /// <inheritdoc cref="PolicyBook.Withdraw"/>
    public PolicyResult WithdrawPolicy(in WithdrawPolicy command)
    {
        var (before, subject) = (Policies, command.Subject.Packed);
        var latest = Answers.Find(subject, new Act(ActKind.PolicyWithdrawal));
        var result = _policies.Withdraw(command, Now, latest);
        if (Policies != before)
        {
            Answers.Note(subject, Repeats.Withdrawal(command.From));
            Trace(command, hasEffect: true);
        }

        return result;
    }

    /// <inheritdoc cref="PolicyBook.Replace"/>
    public void ReplacePolicy(Policy policy)
    {
        _policies.Replace(policy);
        LookUpPolicy();
    }

    /// <summary>Flips a degradation switch (rules CAP-2, IDN-5).</summary>
    public FlipResult Flip(in Flip command)
    {
        var before = Switches.Flips;
        var result = Flip(command.Command);
        Trace(command, hasEffect: Switches.Flips > before);
        return result;
    }

    /// <summary>Notes a command of an operator, if it is one that has taken effect now.</summary>
    public void Trace<TCommand>(in TCommand command, bool hasEffect)
        where TCommand : struct, ICommand<TCommand>
    {
        if (hasEffect)
        {
            Trail.Append(command, Now);
        }
    }

    private FlipResult Flip(in SwitchCommand command)
    {
        DateTimeOffset? until = command.Until is { } moment
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds()) // as it is kept
            : null;
        return !Enum.IsDefined(command.Switch) ? FlipResult.NoChange
            : command.On ? Switches.TurnOn(command.Switch, command.Who, command.Why, Now, until)
            : Switches.TurnOff(command.Switch, command.Who, command.Why, Now);
    }

    /// <summary>
    /// What a change of a store brings with it: it may sell or not by its certificate (rule IDN-3), and its
    /// deposit is looked at when that is due (rule STO-3).
    /// </summary>
    /// <param name="id">The store.</param>
    /// <param name="checkBefore">When that was due before.</param>
    public void Follow(StoreId id, DateTimeOffset? checkBefore)
    {
        ref var store = ref Stores[id];
        store.Certify(Certifications.Of(id), Now, Policies);
        if (store.CheckAt(Policies) is { } at && at != checkBefore)
        {
            Deadlines.Add(Due.StoreCheck, at, id.Value);
        }
    }

    /// <summary>The screening of a listing goes on, if it does (rule LST-2).</summary>
    public void Screen(ListingId id, Screened? after)
    {
        if (after is not { } next)
        {
            return;
        }

        Listings[id].Screen(next.Status);
        var before = Publications.Of(id)?.ProvisionalAt;
        Publications.Set(id, next.Open);
        if (next.Open?.DueAt(next.Status) is { } at && at != before)
        {
            Deadlines.Add(Due.Publication, at, id.Value);
        }
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
        var last = Marks.Length - 1; // of the last books, how many are written
        while (last > 0 && Books[LastFrom + last - 1].IsEmpty)
        {
            last--;
        }

        writer.WriteMark(Marks[last]);
        writer.Write(Now.ToUnixTimeMilliseconds());
        writer.Write(Admission);
        foreach (var book in Books.Take(LastFrom + last))
        {
            book.Save(writer);
        }
    }

    public void Load(StateReader reader)
    {
        var last = reader.ReadMark(Marks);
        Now = DateTimeOffset.FromUnixTimeMilliseconds(reader.Read<long>());
        Admission = reader.Read<TokenRate>();
        foreach (var book in Books.Take(LastFrom + last))
        {
            book.Load(reader);
        }

        LookUpPolicy();
    }

    // When time or the policies have changed, so that no command has to.
    private void LookUpPolicy() => Policy = Policies.At(Now);

    private int LastFrom => Books.Count - (Marks.Length - 1);
}
