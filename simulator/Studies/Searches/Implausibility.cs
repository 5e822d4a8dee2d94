namespace FlashSale.Simulator;

/// <summary>History matching: which points the published figures do not rule out.</summary>
public static class Implausibility
{
    /// <summary>
    /// A point with an implausibility below this is not ruled out (Pukelsheim's three sigma).
    /// </summary>
    public const double RuledOutFrom = 3;

    /// <summary>
    /// The implausibility of a point: the largest distance of a published figure from the simulated mean, in
    /// standard deviations of all that may separate them (Vernon, Goldstein and Bower, Bayesian Analysis 5,
    /// 2010).
    /// </summary>
    /// <param name="figures">
    /// For each figure the published value, the simulated mean, and the standard deviations of the
    /// publication and of the model.
    /// </param>
    public static double Of(
        IEnumerable<(double Published, Estimate Simulated, double OfPublication, double OfModel)> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Max(figure =>
        {
            var variance = (figure.Simulated.Error * figure.Simulated.Error)
                + (figure.OfPublication * figure.OfPublication) + (figure.OfModel * figure.OfModel);
            var distance = Math.Abs(figure.Published - figure.Simulated.Mean);
            return distance == 0 ? 0 : distance / Math.Sqrt(variance);
        });
    }
}
