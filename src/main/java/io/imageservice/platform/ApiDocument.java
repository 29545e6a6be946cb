package io.imageservice.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;

/// Changes nothing. Where a filter might change the OpenAPI document with each request, Quarkus
/// writes it when it is asked for, instead of twice (JSON and YAML) at every start of every pod.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class ApiDocument implements OASFilter {}
