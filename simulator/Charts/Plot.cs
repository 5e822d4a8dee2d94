namespace FlashSale.Simulator;

/// <summary>The place between the axes of a chart.</summary>
internal readonly record struct Plot(
    Axis XAxis, Axis YAxis, double Left, double Top, double Right, double Bottom)
{
    /// <summary>About as wide as a character of the axes' text.</summary>
    public const double CharacterWidth = 7.5;

    /// <summary>From left to right.</summary>
    public double Width => Right - Left;

    /// <summary>From top to bottom.</summary>
    public double Height => Bottom - Top;

    /// <summary>Where a value of the x axis is.</summary>
    public double X(double value) => Left + XAxis.PartAt(value) * Width;

    /// <summary>Where a value of the y axis is.</summary>
    public double Y(double value) => Bottom - YAxis.PartAt(value) * Height;

    /// <summary>How long a text is, about.</summary>
    public static double LengthOf(string text) => text.Length * CharacterWidth;
}
