using System.CommandLine;
using System.Globalization;
using Electrolith.Cli.Output;
using Electrolith.Cli.Output.Stability;
using Electrolith.Processing.Kinetics;
using Electrolith.Processing.Sintering;
using Electrolith.Quantities;
using Electrolith.Routes.Figures;
using Electrolith.Routes.Files;

namespace Electrolith.Cli.Commands.Process;

/// <summary><c>process window FAMILY</c>: temperatures and times of sintering that meet limits; with <c>--x</c> and <c>--y</c> a map of any recipe.</summary>
internal static class WindowCommand
{
    private const int Grid = 60;

    private static readonly string[] Sintered = ["garnet", "nasicon", "perovskite"];

    /// <summary>Builds the command.</summary>
    /// <param name="examples">Receives the examples of the help.</param>
    public static Command Build(Dictionary<Command, string[]> examples)
    {
        var family = new Argument<string>("FAMILY|RECIPE") { Description = "garnet, nasicon or perovskite; or a recipe (a name of 'process recipes' or a file) with --x and --y" };
        var density = new Option<string>("--density") { Description = "Least relative density", HelpName = "D", DefaultValueFactory = _ => "95 %" };
        var grain = new Option<string>("--grain") { Description = "Largest grain size", HelpName = "G", DefaultValueFactory = _ => "5 um" };
        var loss = new Option<string>("--lithium-loss") { Description = "Largest loss of lithium", HelpName = "X", DefaultValueFactory = _ => "2 %" };
        var cover = new Option<string>("--cover") { Description = "open, crucible, powder-bed or sealed", HelpName = "COVER", DefaultValueFactory = _ => "powder-bed" };
        cover.AcceptOnlyFromAmong("open", "crucible", "powder-bed", "sealed");
        var json = new Option<bool>("--json") { Description = "Print JSON; every quantity is {value, unit}" };
        var figure = new Option<string?>("--figure") { Description = "Write the map of density with the limits", HelpName = "FILE.svg" };
        var recipe = new RecipeWindowCommand();
        var command = new Command("window", "Map of two parameters with the island that meets the limits: sintering of a family, or any recipe") { family, density, grain, loss, cover, json, figure };
        foreach (var option in recipe.Options)
        {
            command.Options.Add(option);
        }

        examples[command] =
        [
            "electrolith process window garnet --grain 4um --figure window.svg",
            "electrolith process window li7p3s11-glass-ceramic --x anneal.temperature=200..420degC --y anneal.time=10min..20h --limit \"conductivity>=3mS/cm\" --figure island.svg",
        ];
        command.SetAction(result =>
        {
            var (error, name) = (result.InvocationConfiguration.Error, result.GetValue(family)!);
            if (recipe.IsAsked(result))
            {
                return recipe.Run(result, name, result.GetValue(json), result.GetValue(figure));
            }

            if (!Sintered.Contains(name))
            {
                error.WriteParagraph($"'{name}' is not one of {string.Join(", ", Sintered)}; a map of a recipe needs --x and --y, for example --x sinter.temperature=1050..1250degC --y sinter.time=30min..20h");
                return ExitCodes.Usage;
            }

            if (!Read(error, "--density", result.GetValue(density)!, QuantityKinds.Fraction, out var d) | !Read(error, "--grain", result.GetValue(grain)!, QuantityKinds.Length, out var g) | !Read(error, "--lithium-loss", result.GetValue(loss)!, QuantityKinds.Fraction, out var l))
            {
                return ExitCodes.BadInput;
            }

            var escape = result.GetValue(cover) switch { "open" => FiringAtmosphere.Open, "crucible" => FiringAtmosphere.Crucible, "sealed" => FiringAtmosphere.Sealed, _ => FiringAtmosphere.PowderBed };
            var map = Compute(name, escape, new Limits(d, g, l));
            Write(map, result.GetValue(json), result.InvocationConfiguration.Output);
            if (result.GetValue(figure) is { } file)
            {
                AtomicFile.Write(file, stream => stream.Write(SvgRenderer.RenderFile(Draw(map))));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static bool Read(TextWriter error, string option, string text, QuantityKind kind, out double value)
    {
        if (QuantityParser.TryParse(text, kind, out value, out var problem) && value > 0)
        {
            return true;
        }

        error.WriteParagraph($"{option} {text}: {problem?.Message ?? "a value above 0 is expected"}");
        return false;
    }

    private static Map Compute(string family, double escape, Limits limits)
    {
        var kinetics = SinterKinetics.Of(family);
        // From 350 K below the temperature at which the family suffers up to it; 10 min to 48 h.
        double[] temperatures = [.. Enumerable.Range(0, Grid).Select(index => kinetics.Decomposition - 350 + (350.0 * index / (Grid - 1)))];
        double[] times = [.. Enumerable.Range(0, Grid).Select(index => 600 * Math.Pow(288, index / (Grid - 1.0)))];
        var states = new SinterState[Grid, Grid];
        Parallel.For(0, Grid, i =>
        {
            for (var j = 0; j < Grid; j++)
            {
                states[i, j] = SinterModel.Fire(new SinterRun
                {
                    Kinetics = kinetics,
                    Profile = TemperatureProfile.Hold(temperatures[i], times[j], 5 / 60.0, 5 / 60.0),
                    Lithium = 1.1,
                    LosesLithium = family == "garnet",
                    Atmosphere = new FiringAtmosphere(1000, 0, escape),
                }).Final;
            }
        });
        return new Map(family, limits, temperatures, times, states);
    }

    private static void Write(Map map, bool asJson, TextWriter output)
    {
        var inside = new List<(double Temperature, double Time, SinterState State)>();
        for (var i = 0; i < Grid; i++)
        {
            for (var j = 0; j < Grid; j++)
            {
                if (map.IsFeasible(i, j))
                {
                    inside.Add((map.Temperatures[i], map.Times[j], map.States[i, j]));
                }
            }
        }

        var share = inside.Count / (double)(Grid * Grid);
        if (asJson)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteString("family", map.Family);
                json.WriteNumber("feasibleShare", Math.Round(share, 6));
                json.WriteStartArray("feasible");
                foreach (var (temperature, time, state) in inside)
                {
                    json.WriteStartObject();
                    json.WriteValue("temperature", temperature - PhysicalConstants.ZeroCelsius, "degC");
                    json.WriteValue("time", time / 3600, "h");
                    json.WriteValue("relativeDensity", state.Density, "1");
                    json.WriteValue("grainSize", state.GrainSize * 1e6, "um");
                    json.WriteValue("lithiumLoss", Map.Loss(state), "1");
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return;
        }

        output.WriteParagraph(inside.Count == 0 ? "no temperature and time of the map meet all limits" : FormattableString.Invariant($"{share * 100:F0} % of the map meets all limits"));
        if (inside.Count > 0)
        {
            var table = new TextTable("schedule", ">degC", ">h", ">density", ">grain, um", ">Li lost, %");
            Add(table, "coolest", inside.MinBy(item => (item.Temperature, item.Time)));
            Add(table, "shortest", inside.MinBy(item => (item.Time, item.Temperature)));
            Add(table, "densest", inside.MaxBy(item => item.State.Density));
            output.Write(table);
        }

        output.WriteParagraph("The kinetics of the family are placed by assumption, not measured: fit the dilatometry of your powder before you rely on a temperature.");
    }

    private static void Add(TextTable table, string name, (double Temperature, double Time, SinterState State) item)
    {
        string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
        table.Add(name, Text(item.Temperature - PhysicalConstants.ZeroCelsius, "F0"), Text(item.Time / 3600, "F1"), Text(item.State.Density, "F3"), Text(item.State.GrainSize * 1e6, "F1"), Text(Map.Loss(item.State) * 100, "F2"));
    }

    private static Figure Draw(Map map)
    {
        double[] celsius = [.. map.Temperatures.Select(value => value - PhysicalConstants.ZeroCelsius)];
        double[] hours = [.. map.Times.Select(value => value / 3600)];
        var (density, feasible) = (new double[Grid, Grid], new double[Grid, Grid]);
        for (var i = 0; i < Grid; i++)
        {
            for (var j = 0; j < Grid; j++)
            {
                (density[i, j], feasible[i, j]) = (map.States[i, j].Density, map.IsFeasible(i, j) ? 1 : 0);
            }
        }

        return new Figure
        {
            Title = $"Sintering window of {map.Family}",
            AltText = "Relative density against temperature and time; the line encloses what meets all limits",
            XAxis = new FigureAxis { Label = "temperature", Unit = "degC" },
            YAxis = new FigureAxis { Label = "time", Unit = "h", Scale = AxisScaleKind.Logarithmic },
            Series =
            [
                new HeatMapSeries { Xs = celsius, Ys = hours, Values = density, ValueLabel = "relative density" },
                new ContourSeries { Name = "meets all limits", Xs = celsius, Ys = hours, Values = feasible, Levels = [0.5], ShowsLevels = false },
            ],
        };
    }

    private sealed record Limits(double Density, double Grain, double Loss);

    private sealed record Map(string Family, Limits Limits, double[] Temperatures, double[] Times, SinterState[,] States)
    {
        public static double Loss(SinterState state) => (1.1 - state.Lithium) / 1.1;

        public bool IsFeasible(int i, int j) => States[i, j] is var state && state.Density >= Limits.Density && state.GrainSize <= Limits.Grain && Loss(state) <= Limits.Loss;
    }
}
