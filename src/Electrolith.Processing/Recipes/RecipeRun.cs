using System.Collections.Immutable;
using Electrolith.Materials.Library;
using Electrolith.Processing.Fitting;
using Electrolith.Processing.Operations;
using Electrolith.Processing.Sintering;
using Electrolith.Quantities;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Processing.Recipes;

/// <summary>A recipe that can be run as it is or with other numbers. Immutable; safe for use from several threads.</summary>
public sealed class RecipeRun
{
    private readonly ImmutableArray<RecipeStep> steps;
    private readonly Lot start;
    private readonly ReferenceState reference;

    internal RecipeRun(RecipeHeader header, Material material, ImmutableArray<RecipeParameter> parameters, ImmutableArray<RecipeStep> steps)
    {
        (Header, Material, Parameters, this.steps) = (header, material, parameters, steps);
        double Recommended(string property, double otherwise) => material.Recommended(property) is { } value ? value.Value : otherwise;
        start = new Lot { Family = material.Family, SolidDensity = Recommended("density", 2000) };
        reference = new ReferenceState(
            Recommended("ionic-conductivity", double.NaN), Recommended("relative-density", double.NaN), Recommended("grain-size", 0), Recommended("grain-boundary-share", 0));
    }

    /// <summary>Names of the recipes that are shipped, in ordinal order.</summary>
    public static ImmutableArray<string> Names => RecipeFile.Names;

    /// <summary>What the file says beside its steps.</summary>
    public RecipeHeader Header { get; }

    /// <summary>Key of the recipe.</summary>
    public string Id => Header.Id;

    /// <summary>One line.</summary>
    public string Title => Header.Title;

    /// <summary>Source key; empty for a recipe of the user.</summary>
    public string Source => Header.Source;

    /// <summary>Where in the source.</summary>
    public string Locator => Header.Locator;

    /// <summary>The electrolyte that is made.</summary>
    public Material Material { get; }

    /// <summary>Every numeric parameter of the powder and of every step, defaults filled in.</summary>
    public ImmutableArray<RecipeParameter> Parameters { get; }

    /// <summary>Names of the operations in order.</summary>
    public ImmutableArray<string> Operations => [.. steps.Select(step => step.Definition.Name)];

    /// <summary>The steps, for writing.</summary>
    internal ImmutableArray<RecipeStep> Steps => steps;

    /// <summary>Opens a recipe that is shipped, or a file.</summary>
    /// <param name="nameOrFile">A name of <see cref="Names"/>, or a path.</param>
    /// <param name="library">Materials.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>The recipe, or null when there are errors.</returns>
    public static RecipeRun? Load(string nameOrFile, MaterialLibrary library, DiagnosticBag bag) => RecipeFile.Load(nameOrFile, library, bag);

    /// <summary>Constants of a calibration that are used, by path of the recipe; empty without one.</summary>
    public ImmutableArray<string> Calibrated { get; private init; } = [];

    /// <summary>The same recipe with constants that were fitted to data. What the recipe itself gives stays.</summary>
    /// <remarks>Their intervals are not those of the parameters: Q and centre of a master curve move together, and drawn apart they would scatter far too much.</remarks>
    /// <param name="calibration">The constants; those of operations that the recipe does not have are left out.</param>
    public RecipeRun With(Calibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var parameters = Parameters.ToBuilder();
        var changed = steps.ToBuilder();
        var used = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < changed.Count; i++)
        {
            var step = changed[i];
            var count = steps.Take(i + 1).Count(other => other.Definition == step.Definition);
            var prefix = count == 1 ? step.Definition.Name : $"{step.Definition.Name}{count}";
            foreach (var constant in calibration.Constants.Where(constant => constant.Path.StartsWith(step.Definition.Name + ".", StringComparison.Ordinal)))
            {
                var name = constant.Path[(step.Definition.Name.Length + 1)..];
                var place = step.Definition.Parameters.IndexOf(step.Definition.Parameters.First(parameter => parameter.Name == name));
                var slot = step.Slots[place];
                if (slot >= 0 && parameters[slot].IsGiven)
                {
                    continue;
                }

                var fitted = new RecipeParameter($"{prefix}.{name}", step.Definition.Parameters[place], constant.Value, constant.Value, constant.Value, ValueStatus.Fitted, "user", false);
                if (slot >= 0)
                {
                    parameters[slot] = fitted;
                }
                else
                {
                    parameters.Add(fitted);
                    int[] slots = [.. step.Slots];
                    slots[place] = parameters.Count - 1;
                    changed[i] = step = step with { Slots = slots };
                }

                used.Add(fitted.Path);
            }
        }

        return new RecipeRun(Header, Material, parameters.ToImmutable(), changed.ToImmutable()) { Calibrated = used.ToImmutable() };
    }

    /// <summary>Place of a parameter in <see cref="Parameters"/>; -1 when there is none of that path.</summary>
    /// <param name="path">For example <c>sinter.temperature</c>.</param>
    public int IndexOf(string path)
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (Parameters[i].Path == path)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>SI values of the recipe as written, in the order of <see cref="Parameters"/>; a fresh copy.</summary>
    public double[] Nominal() => [.. Parameters.Select(parameter => parameter.Value)];

    /// <summary>Runs the recipe as written.</summary>
    /// <exception cref="ProcessException">A step is not possible.</exception>
    public ProcessResult Run() => Run(ImmutableDictionary<string, double>.Empty);

    /// <summary>Runs the recipe with other numbers.</summary>
    /// <param name="overrides">SI values by path.</param>
    /// <exception cref="ArgumentException">A path is unknown or a value is outside the allowed range.</exception>
    /// <exception cref="ProcessException">A step is not possible.</exception>
    public ProcessResult Run(IReadOnlyDictionary<string, double> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var values = Nominal();
        foreach (var (path, value) in overrides)
        {
            var index = IndexOf(path);
            if (index < 0)
            {
                var nearest = NearestNames.Find(path, Parameters.Select(parameter => parameter.Path));
                throw new ArgumentException($"the recipe has no parameter '{path}'{(nearest.Count > 0 ? $"; did you mean {string.Join(", ", nearest)}?" : "")}", nameof(overrides));
            }

            values[index] = StepReasons.Of(this, Parameters[index], value) is { } reason ? throw new ArgumentException(reason, nameof(overrides)) : value;
        }

        return Recipe.RunWithHistory(Start(values), Bind(values));
    }

    /// <summary>The finished lot alone, without history: for samples.</summary>
    /// <param name="values">SI values in the order of <see cref="Parameters"/>.</param>
    /// <exception cref="ProcessException">A step is not possible.</exception>
    public Lot Sample(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Parameters.Length);
        return Recipe.Run(Start(values), Bind(values));
    }

    /// <summary>Conduction of a finished lot at 25 °C, relative to the sample behind the library's conductivity.</summary>
    /// <param name="lot">A lot of this recipe.</param>
    /// <remarks>The exponent of the relative density is 1.5, for round pores.</remarks>
    public SeparatorProperties Properties(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var known = reference with { RelativeDensity = double.IsNaN(reference.RelativeDensity) ? lot.RelativeDensity : reference.RelativeDensity };
        return PropertyChain.Evaluate(lot, known, 1.5);
    }

    /// <summary>The first firing of the recipe, with the states along its profile.</summary>
    /// <param name="values">SI values in the order of <see cref="Parameters"/>.</param>
    /// <returns>Null when nothing is fired.</returns>
    public SinterOutcome? Firing(ReadOnlySpan<double> values)
    {
        var lot = Start(values);
        foreach (var operation in Bind(values))
        {
            if (operation.Definition == SinterOperation.Definition)
            {
                return SinterModel.Fire(SinterOperation.Run(lot, operation.Values), keepHistory: true);
            }

            lot = operation.Definition.Apply(lot, operation.Values, null);
        }

        return null;
    }

    /// <summary>A value in the usual unit of its kind.</summary>
    /// <param name="value">SI value.</param>
    /// <param name="definition">Its parameter.</param>
    internal static string Show(double value, OperationParameter definition) => QuantityPrinter.Format(value, definition.Kind ?? QuantityKinds.Dimensionless);

    /// <summary>The allowed range in words.</summary>
    /// <param name="definition">Parameter.</param>
    internal static string Range(OperationParameter definition) => double.IsFinite(definition.High)
        ? $"{Show(definition.Low, definition)} to {Show(definition.High, definition)}" : $"at least {Show(definition.Low, definition)}";

    private Lot Start(ReadOnlySpan<double> values) =>
        start with { ParticleSize = values[RecipeFile.ParticleSlot], RelativeDensity = values[RecipeFile.DensitySlot], GrainSize = values[RecipeFile.GrainSlot] };

    private BoundOperation[] Bind(ReadOnlySpan<double> values)
    {
        var bound = new BoundOperation[steps.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] = steps[i].Bind(values);
        }

        return bound;
    }
}
