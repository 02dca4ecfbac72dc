using Electrolith.Materials.Library;
using Electrolith.Numerics;
using Electrolith.Processing.Fitting;
using Electrolith.Processing.Recipes;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Tests;

/// <summary>From dilatometry to a recipe: truth that is known because the runs are made from it.</summary>
public sealed class MasterCurveCalibrationTests
{
    private static readonly MasterCurveConstants Truth = new(400e3, -27, 1.2);

    [Fact]
    public void Runs_without_noise_give_their_curve_back()
    {
        var powder = MasterCurveCalibration.Fit([Run(2, 0, 0, 1), Run(5, 0, 0, 1), Run(15, 0, 0, 1)]);
        Assert.Equal(Truth.ActivationEnergy, powder.Constants.ActivationEnergy, 1e3);
        Assert.Equal(Truth.Centre, powder.Constants.Centre, 0.1);
        Assert.Equal(Truth.Width, powder.Constants.Width, 0.02);
        Assert.Equal(0, powder.Residual, 2e-3);
    }

    [Fact]
    public void The_interval_of_Q_holds_the_truth_as_often_as_it_says()
    {
        // Readings whose scatter is remembered over ten of them, and thermocouples that are off by 2 K from run to run.
        var held = 0;
        for (var trial = 0; trial < 20; trial++)
        {
            var random = new RandomStream((ulong)(100 + trial));
            double Off() => 2 * Normal.Quantile(random.NextDouble());
            var powder = MasterCurveCalibration.Fit([Run(2, Off(), 0.002, 3 * trial), Run(5, Off(), 0.002, (3 * trial) + 1), Run(15, Off(), 0.002, (3 * trial) + 2)]);
            held += powder.Interval.Low <= Truth.ActivationEnergy && powder.Interval.High >= Truth.ActivationEnergy ? 1 : 0;
        }

        // 19 of 20 expected; 15 or fewer have a chance of 0.3 % when it is right.
        Assert.InRange(held, 16, 20);
    }

    [Fact]
    public void Scatter_that_is_remembered_widens_the_interval()
    {
        var remembered = MasterCurveCalibration.Fit([Run(2, 0, 0.002, 7), Run(10, 0, 0.002, 8)]);
        var independent = MasterCurveCalibration.Fit([Run(2, 0, 0.002, 7, memory: 0), Run(10, 0, 0.002, 8, memory: 0)]);
        Assert.True(remembered.Memory > 2 * independent.Memory, $"{remembered.Memory} and {independent.Memory}");
        Assert.True(remembered.StandardErrors[0] > 1.1 * independent.StandardErrors[0], $"{remembered.StandardErrors[0]} and {independent.StandardErrors[0]}");
        Assert.Contains("two runs cannot show", remembered.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_survives_its_file_and_changes_a_recipe()
    {
        var calibration = new Calibration
        {
            Title = "a \"fine\" powder", Data = [new CalibrationData("runs.csv", "dilatometry", 100)],
            Constants = [new("sinter.densification-energy", 420e3, 9e3, 400e3, 440e3), new("sinter.curve-centre", -28.5, 0.8, -30, -27), new("sinter.curve-width", 1.1, 0.05, 1, 1.2), new("sinter.curve-particle-size", 0, 0, 0, 0)],
            Correlations = [("sinter.densification-energy", "sinter.curve-centre", -0.99)], Notes = ["note: with a colon"],
        };
        var file = Path.Combine(Path.GetTempPath(), $"electrolith-{Guid.NewGuid():N}.yaml");
        try
        {
            File.WriteAllText(file, CalibrationFile.Write(calibration));
            var bag = new DiagnosticBag();
            var read = CalibrationFile.Load(file, bag);
            Assert.Equal(0, bag.Count);
            Assert.Equal(calibration.Title, read!.Title);
            Assert.Equal(calibration.Constants.Select(item => (item.Path, item.Value, item.StandardError)), read.Constants.Select(item => (item.Path, item.Value, item.StandardError)));
            Assert.Equal(calibration.Correlations.ToArray(), read.Correlations.ToArray());
            Assert.Equal(calibration.Notes.ToArray(), read.Notes.ToArray());
            var recipe = RecipeRun.Load("al-llzo-pressureless", MaterialLibrary.Default, new DiagnosticBag())!;
            var changed = recipe.With(read);
            Assert.Equal(4, changed.Calibrated.Length);
            Assert.Empty(recipe.Calibrated);
            Assert.NotEqual(recipe.Run().Lot.RelativeDensity, changed.Run().Lot.RelativeDensity);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_calibrated_recipe_fires_as_the_curve_says()
    {
        // 1100 degC for 5 h at 5 K/min from 0.6: the work of sintering by Simpson's rule here, not by the integrator of the model.
        var constants = new MasterCurveConstants(420e3, -28.5, 1.1);
        var points = new List<(double, double, double)>();
        for (var kelvin = 293.15; kelvin < 1373.15; kelvin += 2)
        {
            points.Add(((kelvin - 293.15) / (5 / 60.0), kelvin, 0.5));
        }

        var top = 1080 / (5 / 60.0);
        points.Add((top, 1373.15, 0.5));
        points.Add((top + 18000, 1373.15, 0.5));
        for (var kelvin = 1371.15; kelvin > 600; kelvin -= 2)
        {
            points.Add((top + 18000 + ((1373.15 - kelvin) / (5 / 60.0)), kelvin, 0.5));
        }

        var expected = MasterCurveCalibration.Density(constants, MasterCurveFit.LogWorks(new DilatometerRun([.. points]), constants.ActivationEnergy)[^1], 0.6);
        var recipe = Read("recipe: x\nmaterial: llzto\npowder: {relative-density: 60 %}\nsteps:\n  - sinter: {temperature: 1100 degC, time: 5 h, heating-rate: 5 K/min, gas: oxygen, densification-energy: 420 kJ/mol, curve-centre: -28.5, curve-width: 1.1, curve-particle-size: 0 um}\n");
        Assert.Equal(expected, recipe.Run().Lot.RelativeDensity, 2e-3);
    }

    [Fact]
    public void Every_problem_of_a_calibration_is_named_with_its_line()
    {
        var bag = new DiagnosticBag();
        var file = Path.Combine(Path.GetTempPath(), $"electrolith-{Guid.NewGuid():N}.yaml");
        try
        {
            File.WriteAllText(file, "format: electrolith-calibration/1\nconstants:\n  sinter.densification-energi: {value: 400 kJ/mol}\n  sinter.curve-width: {valeu: 1}\n  sinter.densification-energy: {value: 400 MPa}\n");
            Assert.Null(CalibrationFile.Load(file, bag));
        }
        finally
        {
            File.Delete(file);
        }

        var problems = bag.ToSorted();
        Assert.Contains(problems, problem => problem.Span.Line == 3 && problem.Hint!.Contains("sinter.densification-energy", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Span.Line == 4 && problem.Hint!.Contains("value", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Span.Line == 5);
    }

    [Theory]
    [InlineData("", "EL2581")]
    [InlineData("run,time_s,temperature_degC\na,0,20\n", "EL2582")]
    [InlineData("run,time_s,temperature_degC,relative_density\n", "EL2581")]
    [InlineData("run,time_s,temperature_degC,relative_density\na,0,20,55\n", "EL2583")]
    [InlineData("run,time_s,temperature_degC,relative_density\na,0,-300,0.5\n", "EL2583")]
    [InlineData("run,time_s,temperature_degC,relative_density\na,1,20,0.5\na,1,30,0.5\n", "EL2583")]
    public void Bad_dilatometry_is_refused_with_a_code(string text, string code)
    {
        var file = Path.Combine(Path.GetTempPath(), $"electrolith-{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllText(file, text);
            var bag = new DiagnosticBag();
            Assert.Empty(DilatometryFile.Load(file, bag));
            Assert.Contains(bag.ToSorted(), problem => problem.Code == code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Peaks_of_a_glass_give_its_energy_of_crystallisation()
    {
        // LAGP: 442.01 kJ/mol by Matusita; with 620 degC at 10 K/min Kissinger's law gives 597.1, 609.9, 619.9 and 630.0 degC at 2, 5, 10 and 20 K/min.
        var bag = new DiagnosticBag();
        var fit = ThermalPeakFit.Of(ThermalPeakFile.Read("peaks.csv", "# calculated\nheating_rate_K_per_min,peak_degC\n10,619.9\n2,597.1\n20,630.0\n5,609.9\n", bag));
        Assert.Equal(0, bag.Count);
        Assert.Equal(442.01e3, fit.Methods[0].ActivationEnergy, 3e3);
        Assert.InRange(442.01e3, fit.Methods[0].Low!.Value, fit.Methods[0].High!.Value);
        Assert.All(fit.Peaks, item => Assert.Equal(item.Peak.Temperature, item.Computed, 0.2));
        Assert.Empty(fit.Advice);
        var two = ThermalPeakFit.Of(ThermalPeakFile.Read("peaks.csv", "heating_rate_K_per_min,peak_degC\n2,597.1\n20,630.0\n", bag));
        Assert.Null(two.Methods[0].Low);
        Assert.Contains("add a run", two.Advice.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heating_rate_K_per_min,peak_degC\n10,620\n", "EL2584")]
    [InlineData("heating_rate_K_per_min,peak_degC\n10,620\n-5,600\n", "EL2583")]
    [InlineData("rate,peak_degC\n10,620\n5,600\n", "EL2582")]
    public void Bad_peaks_are_refused_with_a_code(string text, string code)
    {
        var bag = new DiagnosticBag();
        Assert.Empty(ThermalPeakFile.Read("peaks.csv", text, bag));
        Assert.Contains(bag.ToSorted(), problem => problem.Code == code);
    }

    private static RecipeRun Read(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"electrolith-{Guid.NewGuid():N}.yaml");
        try
        {
            File.WriteAllText(file, text);
            var bag = new DiagnosticBag();
            return RecipeRun.Load(file, MaterialLibrary.Default, bag) ?? throw new InvalidOperationException(string.Join("; ", bag.ToSorted().Select(problem => problem.Message)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A run at a constant rate in K/min, with the thermocouple off and scatter of the density.</summary>
    private static DilatometerRun Run(double rate, double off, double noise, int seed, double memory = 10)
    {
        var random = new RandomStream((ulong)(seed + 1));
        var kept = memory > 0 ? Math.Exp(-1 / memory) : 0;
        var clean = new DilatometerRun([.. Enumerable.Range(0, 120).Select(step => (step * 8 * 60 / rate, 600 + 273.15 + (8.0 * step), 0.55))]);
        var works = MasterCurveFit.LogWorks(clean, Truth.ActivationEnergy);
        var drift = 0.0;
        return new DilatometerRun([.. clean.Points.Select((point, at) =>
        {
            drift = (kept * drift) + (Math.Sqrt(1 - (kept * kept)) * noise * Normal.Quantile(random.NextDouble()));
            return (point.Time, point.Temperature + off, MasterCurveCalibration.Density(Truth, works[at], 0.55) + drift);
        })]);
    }
}
