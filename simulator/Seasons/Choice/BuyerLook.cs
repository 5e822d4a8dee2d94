namespace FlashSale.Simulator;

/// <summary>
/// One visit of a buyer who searches: which pages are opened, and which listing is bought (MODELS M8).
/// </summary>
/// <remarks>
/// A page is opened by its position; a listing whose page is opened twice is thought of once. Used again for
/// every visit, so that none allocates.
/// </remarks>
internal sealed class BuyerLook(ChoiceHabits habits)
{
    private readonly AliasTable _sorts = new([.. habits.Sorts]);
    private readonly int[] _opened = new int[PagesMax(habits)];
    private readonly int[] _places = new int[PagesMax(habits)];
    private readonly double[] _odds = new double[PagesMax(habits)];
    private int _pages;
    private int _count;

    /// <summary>What is looked at; null as long as nobody looked.</summary>
    public CategoryWindow? Window { get; private set; }

    /// <summary>The places whose pages were opened, in their order.</summary>
    public ReadOnlySpan<int> Opened => _opened.AsSpan(0, _pages);

    /// <summary>Pages among them that were recommended and not searched for.</summary>
    public int Recommended { get; private set; }

    /// <summary>The listings among them, each once, by their places.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);

    /// <summary>The odds of these.</summary>
    public Span<double> Odds => _odds.AsSpan(0, _count);

    /// <summary>The most pages of a visit.</summary>
    public static int PagesMax(ChoiceHabits habits) => (2 * habits.PagesPerVisit) - 1;

    /// <summary>How many pages a visit opens: from 1 on, each number as likely as another.</summary>
    public int PagesOf(ref Draws draws) => 1 + draws.Below(PagesMax(habits));

    /// <summary>A buyer of a taste looks around in a category.</summary>
    /// <param name="window">The category.</param>
    /// <param name="segment">Whose taste it is.</param>
    /// <param name="draws">The visit's.</param>
    /// <param name="first">The place of the listing that the buyer comes for; −1 if there is none.</param>
    public void Around(CategoryWindow window, int segment, ref Draws draws, int first = -1)
    {
        Window = window;
        window.BeginLooking();
        (_pages, _count, Recommended) = (0, 0, 0);
        var sort = (SearchSort)((int)SearchSort.Default + _sorts.Draw(ref draws));
        var left = PagesOf(ref draws);
        if (first >= 0)
        {
            Open(first, segment);
            left--;
        }

        for (; left > 0 && window.Count > 0; left--)
        {
            var isRecommended = draws.Happens(habits.RecommendedShare);
            Recommended += isRecommended ? 1 : 0;
            var place = isRecommended
                ? window.LookAtRecommended(segment, ref draws)
                : window.LookAt(sort, segment, ref draws);
            Open(place, segment);
        }
    }

    private void Open(int place, int segment)
    {
        _opened[_pages++] = place;
        if (Window!.IsNew(place))
        {
            _odds[_count] = Window.OddsAt(segment, place);
            _places[_count++] = place;
        }
    }

    /// <summary>
    /// Which of the listings is bought, counted among <see cref="Places"/>; −1 if none is.
    /// </summary>
    /// <param name="outside">The odds of buying nothing.</param>
    /// <param name="draws">The visit's.</param>
    public int Choose(double outside, ref Draws draws)
    {
        var left = draws.Unit() * (outside + Sum());
        for (var at = 0; at < _count; at++)
        {
            left -= _odds[at];
            if (left < 0)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The odds of all listings.</summary>
    public double Sum()
    {
        var sum = 0.0;
        foreach (var odds in Odds)
        {
            sum += odds;
        }

        return sum;
    }

    /// <summary>How many listings go into the cart, on average.</summary>
    /// <param name="outside">The odds of not putting one there.</param>
    public double Carts(double outside)
    {
        var carts = 0.0;
        foreach (var odds in Odds)
        {
            carts += odds / (odds + outside);
        }

        return carts;
    }
}
