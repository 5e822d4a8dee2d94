using MathNet.Numerics.Distributions;

namespace FlashSale.Tests.Numbers;

public sealed class ExactMathTests
{
    private const double Accuracy = 1e-13;

    [Fact]
    public void Ln_agrees_with_the_platform()
    {
        foreach (var x in Grid(-740, 709.7, 0.0137).Select(Math.Exp).Where(x => x > 0))
        {
            AssertClose(Math.Log(x), ExactMath.Ln(x));
        }

        Assert.Equal(0, ExactMath.Ln(1));
        Assert.Equal(double.NegativeInfinity, ExactMath.Ln(0));
        Assert.Equal(double.PositiveInfinity, ExactMath.Ln(double.PositiveInfinity));
        Assert.True(double.IsNaN(ExactMath.Ln(-1)));
        Assert.True(double.IsNaN(ExactMath.Ln(double.NaN)));
    }

    [Fact]
    public void Ln_keeps_its_relative_accuracy_near_1()
    {
        foreach (var distance in new[] { 1e-3, 1e-6, 1e-9, -1e-3, -1e-6, -1e-9 })
        {
            AssertClose(Math.Log(1 + distance), ExactMath.Ln(1 + distance));
        }
    }

    [Fact]
    public void Exp_agrees_with_the_platform()
    {
        foreach (var x in Grid(-708, 709.7, 0.0137))
        {
            AssertClose(Math.Exp(x), ExactMath.Exp(x));
        }

        Assert.Equal(1, ExactMath.Exp(0));
        Assert.Equal(0, ExactMath.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, ExactMath.Exp(710));
        Assert.True(double.IsNaN(ExactMath.Exp(double.NaN)));
    }

    [Fact]
    public void Pow_agrees_with_the_platform()
    {
        foreach (var power in new[] { -0.9, -0.65, 0, 0.5, 2, 7.3 })
        {
            foreach (var x in new[] { 1e-6, 0.3, 1, 2, 10, 12_345, 1e7 })
            {
                AssertClose(Math.Pow(x, power), ExactMath.Pow(x, power));
            }
        }
    }

    [Fact]
    public void The_normal_distribution_agrees_with_MathNet()
    {
        foreach (var x in Grid(-30, 8, 0.0173))
        {
            Assert.Equal(Normal.CDF(0, 1, x), ExactMath.NormalCdf(x), 1e-14);
        }

        Assert.Equal(0.5, ExactMath.NormalCdf(0));
        Assert.Equal(0, ExactMath.NormalCdf(double.NegativeInfinity));
        Assert.Equal(1, ExactMath.NormalCdf(double.PositiveInfinity));
    }

    [Fact]
    public void The_inverse_normal_agrees_with_MathNet_and_undoes_the_distribution()
    {
        foreach (var p in Grid(0.0005, 0.9995, 0.000_37))
        {
            Assert.Equal(Normal.InvCDF(0, 1, p), ExactMath.InverseNormal(p), 1e-12);
        }

        foreach (var x in Grid(-8, 5, 0.0171))
        {
            Assert.Equal(x, ExactMath.InverseNormal(ExactMath.NormalCdf(x)), 1e-9);
        }

        Assert.Equal(-37.5193793471445, ExactMath.InverseNormal(2.2250738585072014e-308), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMath.InverseNormal(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMath.InverseNormal(1));
    }

    [Fact]
    public void The_bits_of_the_results_are_pinned()
    {
        Assert.Equal(0.6931471805599453, ExactMath.Ln(2));
        Assert.Equal(2.7182818284590455, ExactMath.Exp(1));
        Assert.Equal(-1.9599639845400538, ExactMath.InverseNormal(0.025));
    }

    private static IEnumerable<double> Grid(double from, double to, double step)
    {
        for (var i = 0; from + i * step <= to; i++)
        {
            yield return from + i * step;
        }
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.Equal(expected, actual, Accuracy * Math.Abs(expected));
}
