"""Values that come from elsewhere than a file of YAML, as a record: with the rules and the words for those files."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cqtt.problems import Problem, TypedLocator
from cqtt.source.messages import problems_of

M = TypeVar("M", bound=BaseModel)


def validated(model: type[M], content: Any, source: TypedLocator) -> "M | list[Problem]":
    """*content* as a record of the class *model*; what is wrong with it, placed by *source*, where it is none."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        return list(problems_of(error, model, source))
